--@include leases
-- The lease is given back. ARGV: token, environment or ''.
end_lease(ARGV[1], ARGV[2], clock())
return 1
