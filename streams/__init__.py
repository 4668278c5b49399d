"""The two Faust applications, their records and topics; importing this package loads none of them."""
