-- What the batches of a run have in common; false when the run is not known. ARGV: run.
return redis.call('HGET', KEYS[1] .. 'run:' .. ARGV[1], 'manifest')
