--@include content
-- ARGV: name.
return redis.call('DEL', content(ARGV[1]))
