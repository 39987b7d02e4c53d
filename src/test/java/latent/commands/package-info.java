/** The commands as their users meet them: arguments, output, exit codes. */
@NullMarked
package latent.commands;

import org.jspecify.annotations.NullMarked;
