package latent.render.worker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import latent.metrics.Meters;
import latent.render.RenderDeadline;
import latent.render.RenderSettings;
import latent.render.vips.LibvipsHere;

/** Workers as in production, from a jar with an ahead-of-time cache; the jar is packed here, since tests run before the build packs its own. */
public final class WorkersHere {
    private static final Path CLASSES = Path.of("target", "classes");
    private static final Path CACHE = Path.of("target", "worker-cache");

    private WorkersHere() {}

    public static WorkerPool orSkip(WorkerSettings settings) {
        return orSkip(settings, RenderSettings.DEFAULT);
    }

    public static WorkerPool orSkip(WorkerSettings settings, RenderSettings vips) {
        return orSkip(settings, vips, new Meters());
    }

    public static WorkerPool orSkip(WorkerSettings settings, RenderSettings vips, Meters meters) {
        Path library = LibvipsHere.orSkip();
        Path jar = jar();
        return new WorkerPool(jar, library, vips, settings, AotCache.of(jar, library, CACHE), meters);
    }

    /** Settings with this deadline; tests share the machine, so it should be a long one unless the test is about it. */
    public static WorkerSettings settings(int workers, Duration deadline) {
        return settings(workers, RenderDeadline.of(deadline));
    }

    public static WorkerSettings settings(int workers, RenderDeadline deadline) {
        return new WorkerSettings(workers, deadline, 1L << 30, 256L << 20, Duration.ofMinutes(10));
    }

    /** This program as a jar, with its classes as they are now. */
    public static synchronized Path jar() {
        Path jar = Path.of("target", "worker-classes.jar").toAbsolutePath();
        try {
            if (!Files.exists(jar) || isOlderThanClasses(jar)) {
                pack(jar);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jar;
    }

    private static boolean isOlderThanClasses(Path jar) throws IOException {
        try (var files = Files.walk(CLASSES)) {
            long packed = Files.getLastModifiedTime(jar).toMillis();
            return files.anyMatch(file -> file.toFile().lastModified() > packed);
        }
    }

    private static void pack(Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                var classes = Files.walk(CLASSES)) {
            for (Path path : classes.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(CLASSES.relativize(path).toString()));
                Files.copy(path, out);
                out.closeEntry();
            }
        }
    }
}
