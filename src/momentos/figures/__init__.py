"""Any metric by any dimension under any filter. A cursor in, a small frame out."""
