using TestFlock.Agent;

return await FlockCommand.Create().Parse(args).InvokeAsync();
