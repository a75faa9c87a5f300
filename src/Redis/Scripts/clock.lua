-- KEYS[1] is the prefix of every key of ours; with one hash tag in it, so that a cluster keeps them together.
local P = KEYS[1]

-- Milliseconds by the server's clock, but for leaps: while nobody calls (the server was down, or all who call were)
-- time stands still, and a clock that is set forward or back is ignored. So no right ends while nobody could renew it.
-- Everybody alive calls every few seconds; a leap is longer than that, and shorter than the shortest right. Whoever
-- enters says how long.
local USUAL_LEAP = 4000

local function clock()
  local t = redis.call('TIME')
  local real = t[1] * 1000 + math.floor(t[2] / 1000)
  local c = redis.call('HMGET', P .. 'clock', 'real', 'now', 'leap')
  local last, now, leap = tonumber(c[1]), tonumber(c[2]), tonumber(c[3]) or USUAL_LEAP
  if not last then
    -- The epoch tells agents whether this server still knows what they told it.
    redis.call('HSET', P .. 'clock', 'real', real, 'now', real, 'epoch', real)
    return real
  end
  local step = real - last
  if step < 0 or step > leap then step = 0 end
  -- Every write is also one to the server's log; this precision is enough.
  if step >= 50 or real < last or real - last > leap then
    redis.call('HSET', P .. 'clock', 'real', real, 'now', string.format('%.0f', now + step))
  end
  return now + step
end

local function text(number) return string.format('%.3f', number) end
