--@include content
-- All pieces are there: from now on the content can be found. ARGV: name, upload, pieces, milliseconds to live.
local key = arriving(ARGV[1], ARGV[2])
if redis.call('HLEN', key) ~= tonumber(ARGV[3]) then
  -- Tried again after a lost answer, it is there already.
  return redis.call('EXISTS', content(ARGV[1]))
end
redis.call('HSET', key, 'n', ARGV[3])
redis.call('RENAME', key, content(ARGV[1]))
redis.call('PEXPIRE', content(ARGV[1]), ARGV[4])
return 1
