"""What several test modules and the benchmarks build their inputs with."""
