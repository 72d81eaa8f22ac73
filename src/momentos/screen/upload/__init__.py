"""Where data come in: files arrive, are understood, doubts are asked, and what will load is told before it does."""
