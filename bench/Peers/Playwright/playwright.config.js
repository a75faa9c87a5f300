module.exports = { testDir: '.', fullyParallel: true, workers: 25, reporter: 'dot', timeout: 30_000 };
