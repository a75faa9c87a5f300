-- What the server says of itself: its time in milliseconds, and its own description.
local t = redis.call('TIME')
return { string.format('%.0f', t[1] * 1000 + math.floor(t[2] / 1000)), redis.call('INFO', 'server'),
  redis.call('INFO', 'memory'), redis.call('INFO', 'persistence') }
