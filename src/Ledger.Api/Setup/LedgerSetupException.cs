namespace Ledger.Api.Setup;

/// <summary>The machine or the data folder is not ready, in words for whoever has to put it right.</summary>
public sealed class LedgerSetupException(string message) : Exception(message);
