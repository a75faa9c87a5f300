-- What is worth a look of a run's attempts. ARGV: run.
return redis.call('LRANGE', KEYS[1] .. 'attempts:' .. ARGV[1], 0, -1)
