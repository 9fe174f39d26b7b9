"""Parts of Solicitar factura electrónica."""
