--@include clock
-- Adds durations of one run. ARGV: suite, day, durations kept of a test, milliseconds the suite is remembered, then
-- test and microseconds in turns; a test without microseconds is forgotten.
-- Each test by itself, so that two runs of a suite that end together both count.
local suite, day, kept, remembered = unpack(ARGV, 1, 4)
local key = P .. 'history:' .. suite
for i = 5, #ARGV, 2 do
  local test, duration = ARGV[i], ARGV[i + 1]
  if duration == '' then
    redis.call('HDEL', key, test)
  else
    local durations = {}
    local line = redis.call('HGET', key, test) or ''
    for known in string.gmatch(string.match(line, '^%S+ %S+ (.*)$') or '', '%d+') do
      durations[#durations + 1] = known
    end
    durations[#durations + 1] = duration
    while #durations > tonumber(kept) do table.remove(durations, 1) end
    redis.call('HSET', key, test, test .. ' ' .. day .. ' ' .. table.concat(durations, ' '))
  end
end
redis.call('PEXPIRE', key, remembered)
return 1
