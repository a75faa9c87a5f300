-- An attempt that is worth a look. ARGV: run, the attempt, the most that are kept of a run, milliseconds they are kept.
--   attempts:<run>   the latest of them; beyond the run's end, so that one can look at it then
local key = KEYS[1] .. 'attempts:' .. ARGV[1]
redis.call('RPUSH', key, ARGV[2])
redis.call('LTRIM', key, -tonumber(ARGV[3]), -1)
redis.call('PEXPIRE', key, ARGV[4])
return 1
