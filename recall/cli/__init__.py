"""The command line: one file per subcommand, imported only when it is called."""
