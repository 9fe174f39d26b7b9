"""Parts of Mis Facturas."""
