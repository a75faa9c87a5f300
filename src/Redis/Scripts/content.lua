local P = KEYS[1]
-- Content is a hash: 0, 1, … are its pieces, n says how many. While it arrives it has another key, which nobody looks for.
local function content(name) return P .. 'content:' .. name end
local function arriving(name, upload) return P .. 'arriving:' .. name .. ':' .. upload end
