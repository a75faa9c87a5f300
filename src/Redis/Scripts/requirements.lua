--@include clock

-- Sets of requirements by number: short in keys, and compared by agents once each.
--   reqs         canonical text to number
--   reqs:last    the highest number ever given; numbers are never given again
local LONG_UNUSED = 30 * 24 * 3600 * 1000

local function number_of(requirements)
  local number = redis.call('HGET', P .. 'reqs', requirements)
  if not number then
    number = redis.call('INCR', P .. 'reqs:last')
    redis.call('HSET', P .. 'reqs', requirements, number)
    redis.call('PUBLISH', P .. 'all', 'news')
  end
  redis.call('PEXPIRE', P .. 'reqs', LONG_UNUSED)
  return tostring(number)
end
