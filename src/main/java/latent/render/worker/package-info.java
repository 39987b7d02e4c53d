/**
 * Render workers: child processes that decode what strangers uploaded, so that a hostile file can kill one of them and nothing else. One worker
 * for each render permit, each with one render at a time: what dies names its culprit, and nobody else's render dies with it.
 */
@NullMarked
package latent.render.worker;

import org.jspecify.annotations.NullMarked;
