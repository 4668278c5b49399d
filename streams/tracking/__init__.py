"""What TRACK knows of each unit and what one chunk of positions makes of it; pure."""
