package latent.render.worker;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import latent.render.bitmap.Bitmap;

/**
 * How a worker is started: a Java of the smallest size, on the class path this program's classes and the libraries that decode bitmaps, an empty environment.
 *
 * @param classes  the jar, or folder of classes, that has {@link RenderWorker}
 * @param aotCache classes already loaded and linked, which halves the time to be ready
 */
record WorkerCommand(Path classes, Optional<Path> aotCache, WorkerArguments arguments) {
    /**
     * For glibc. One of its arenas: one thread decodes, and only the first arena gives back what is free at its end. And it keeps between renders what it
     * would give back after each: to fault that memory in again cost a worker 8 % of its processor time. The trim below gives it back later.
     */
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "MALLOC_ARENA_MAX", "1", "MALLOC_TRIM_THRESHOLD_", "134217728", "MALLOC_MMAP_THRESHOLD_", "33554432");

    /** The heap holds one rendition at a time; pixels are outside it, but for those of a bitmap, which may be as large as the largest original. The second compiler would need more memory than it saves time. */
    private static final List<String> SMALL = List.of(
            "-Xms6m",
            "-Xmx224m",
            "-XX:MaxDirectMemorySize=256m", // an original and a watermark
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:CompileThresholdScaling=0.1", // a render runs most methods once, and 200 are many renders
            "-XX:ReservedCodeCacheSize=12m",
            "-XX:CompressedClassSpaceSize=16m",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:ArchiveRelocationMode=0", // else each worker has 9 MB of the cache to itself instead of sharing it
            "-XX:TrimNativeHeapInterval=10000",
            "-Djava.awt.headless=true",
            "-XX:-UsePerfData",
            "-XX:+DisableAttachMechanism",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+SuppressFatalErrorMessage", // writing the report takes longer than starting another worker
            "-Xlog:disable",
            "-Xlog:all=error:stderr", // standard output is the pipe
            "--enable-native-access=ALL-UNNAMED");

    Process start() throws IOException {
        return start(aotCache.map(cache -> List.of("-XX:AOTCache=" + cache)).orElse(List.of()), arguments);
    }

    Process start(List<String> options, WorkerArguments with) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SMALL);
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(), RenderWorker.class.getName()));
        command.addAll(with.print());
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(ENVIRONMENT);
        return builder.start();
    }

    private String classPath() {
        return Stream.concat(Stream.of(classes), Bitmap.libraries().stream())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Classes in a folder are files that a worker opens when it first needs them. */
    static boolean isArchive(Path classes) {
        return Files.isRegularFile(classes);
    }
}
