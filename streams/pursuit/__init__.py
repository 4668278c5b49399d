"""What a pursuit is: its state, what can happen to it, what is decided and who is told; pure."""
