"""Whose land it is and which control room serves it; pure but for the one loader that reads the disk."""
