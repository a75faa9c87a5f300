using System.CommandLine;
using TestFlock.Agent;

// Each verb has its own answer to signals; the library's would end the process after two seconds.
var configuration = new InvocationConfiguration { ProcessTerminationTimeout = null };
return await FlockCommand.Create().Parse(args).InvokeAsync(configuration);
