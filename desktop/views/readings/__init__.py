"""Parts of Consultar Consumo."""
