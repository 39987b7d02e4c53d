package latent.cli;

import latent.audit.ExpiryRequest;

/**
 * What {@code latent expire} is asked for.
 *
 * @param master   where Spark runs
 * @param remove   whether what is unused is removed
 * @param json     whether the report is for programs
 * @param progress whether it is shown
 */
public record ExpireOptions(ExpiryRequest request, String master, boolean remove, boolean json, boolean progress) {}
