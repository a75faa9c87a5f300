--@include content
-- Takes a piece. ARGV: name, upload, number of the piece, bytes, milliseconds until an upload without an end is forgotten.
local key = arriving(ARGV[1], ARGV[2])
redis.call('HSET', key, ARGV[3], ARGV[4])
redis.call('PEXPIRE', key, ARGV[5])
return 1
