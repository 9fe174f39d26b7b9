"""How a customer receives the bills: by mail or on paper."""
