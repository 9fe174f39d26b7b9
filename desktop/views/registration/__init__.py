"""Registrarse and Olvidé mi contraseña, behind the sign-in page."""
