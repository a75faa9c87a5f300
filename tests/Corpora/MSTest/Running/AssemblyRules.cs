[assembly: Parallelize(Workers = 2, Scope = ExecutionScope.MethodLevel)]
#if MSTEST3
// Else what a class breaks in its clean-up is told of whichever test happens to be the assembly's last.
[assembly: ClassCleanupExecution(ClassCleanupBehavior.EndOfClass)]
#endif
