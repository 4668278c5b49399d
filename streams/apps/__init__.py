"""The two Faust applications, TRACK and COORDINATE: thin agents around pure steps."""
