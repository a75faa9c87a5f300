--@include content
-- One piece, and how many there are; nothing when the content is not there. ARGV: name, number of the piece.
local found = redis.call('HMGET', content(ARGV[1]), 'n', ARGV[2])
if not found[1] or not found[2] then return {} end
return found
