// Each test has servers and processes of its own; more than two at once only wait for each other.
[assembly: CollectionBehavior(MaxParallelThreads = 2)]
