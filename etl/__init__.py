"""The night: deliveries in, a checked and served warehouse out."""
