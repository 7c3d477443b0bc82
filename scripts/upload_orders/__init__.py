"""Puts a new version of a site on a server in every order, and asks at each moment what a reader has."""
