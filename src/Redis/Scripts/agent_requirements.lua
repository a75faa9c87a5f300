--@include clock
-- All sets of requirements with their numbers, and the highest number.
local answer = redis.call('HGETALL', P .. 'reqs')
answer[#answer + 1] = redis.call('GET', P .. 'reqs:last') or '0'
return answer
