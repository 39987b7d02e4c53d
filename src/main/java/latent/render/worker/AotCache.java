package latent.render.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import latent.render.RenderSettings;
import latent.render.heif.LibheifFinder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ahead-of-time cache of the workers (JEP 483, 514): made once for each build of the jar and each Java, by a worker that renders one picture
 * and ends. It is an optimization and never a reason not to start.
 */
public final class AotCache {
    private static final Logger LOG = LoggerFactory.getLogger(AotCache.class);
    private static final int PATIENCE_SECONDS = 60;

    private AotCache() {}

    /**
     * The cache for this jar, made now if there is none; some seconds, the first time.
     *
     * @param program the jar that runs; a folder of classes cannot be cached
     * @param folder  where caches are kept; it is made if it is missing
     * @return empty where it cannot be made
     */
    public static Optional<Path> of(Path program, Path library, Path folder) {
        if (!WorkerCommand.isArchive(program)) {
            return Optional.empty();
        }
        try {
            Path cache = folder.resolve("render-worker-" + edition(program) + ".aot");
            return Files.exists(cache) || make(program, library, cache) ? Optional.of(cache) : Optional.empty();
        } catch (IOException e) {
            LOG.warn("Render workers start slower, without an ahead-of-time cache: {}", e.toString());
            return Optional.empty();
        }
    }

    /**
     * The virtual machine itself refuses a cache of another jar or Java; the name only spares it the attempt. By the second, as the virtual machine
     * compares: a container image that is pushed and pulled keeps no more of a file's time.
     */
    private static String edition(Path program) throws IOException {
        return Long.toHexString(Files.getLastModifiedTime(program).toInstant().getEpochSecond()) + "-"
                + Runtime.version();
    }

    private static boolean make(Path program, Path library, Path cache) throws IOException {
        Files.createDirectories(cache.toAbsolutePath().getParent());
        Path unfinished = cache.resolveSibling(
                cache.getFileName() + "." + ProcessHandle.current().pid());
        RenderSettings settings = RenderSettings.DEFAULT.withLibheif(LibheifFinder.find(Optional.empty()));
        WorkerArguments rehearsal = new WorkerArguments(library, settings, 0, false, true);
        Process process = new WorkerCommand(program, Optional.empty(), rehearsal)
                .start(List.of("-XX:AOTCacheOutput=" + unfinished), rehearsal);
        StandardErrorTail lastWords = new StandardErrorTail(process.getErrorStream());
        try {
            if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && Files.exists(unfinished)) {
                Files.move(unfinished, cache, StandardCopyOption.ATOMIC_MOVE);
                return true;
            }
            LOG.warn("Render workers start slower: no ahead-of-time cache was made{}", lastWords.quoted());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
            Files.deleteIfExists(unfinished);
        }
        return false;
    }
}
