"""Parts of Acuerdos de Pago."""
