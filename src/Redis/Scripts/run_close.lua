--@include sweeping
-- The run has ended. ARGV: run.
remove_run(ARGV[1])
return 1
