/** The Terraform, applied to an emulated AWS: one run of {@code terraform/tests/verify} for all tests that want some of it. */
@NullMarked
package latent.terraform;

import org.jspecify.annotations.NullMarked;
