package latent.render.worker;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import latent.refusal.Refusal;
import latent.render.EngineUnavailable;
import latent.render.ShrunkPicture;
import latent.render.bitmap.Bitmap;
import latent.render.vips.VipsEngine;

/**
 * The program of a worker: it reads jobs from its standard input and writes answers to its standard output, one at a time, until the pipe is closed.
 * Other output of the libraries goes to its standard error.
 */
public final class RenderWorker {
    private RenderWorker() {}

    /** Started by {@link WorkerCommand} and by nobody else. */
    public static void main(String[] args) throws IOException {
        WorkerArguments arguments = WorkerArguments.parse(args);
        DataOutputStream out = answers();
        try (VipsEngine engine = arguments.engine()) {
            if (arguments.rehearsal()) {
                engine.rehearse();
                return;
            }
            nameInProcessTable();
            keepClassArchiveOpen();
            Bitmap.prepare();
            SharedMemory inbox = SharedMemory.open();
            List<String> holds = Sandbox.shut(arguments.memoryBytes(), arguments.shutFiles());
            String shutIn = holds.isEmpty() ? "nothing" : String.join(", ", holds);
            List<String> openTo = new ArrayList<>(Sandbox.limits(arguments.shutFiles()));
            openTo.removeAll(holds);
            WorkerReply.write(
                    out, new WorkerReply.Ready(inbox.descriptor(), openTo, engine.name() + ", shut in: " + shutIn));
            serve(engine, inbox, out);
        } catch (EngineUnavailable noLibrary) {
            WorkerReply.write(out, new WorkerReply.Failed(String.valueOf(noLibrary.getMessage())));
        }
    }

    /** Standard output is for answers alone. */
    private static DataOutputStream answers() {
        System.setOut(System.err);
        return new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
    }

    private static void serve(VipsEngine engine, SharedMemory inbox, DataOutputStream out) throws IOException {
        try (FileChannel in = new FileInputStream(FileDescriptor.in).getChannel()) {
            while (true) {
                try (Arena arena = Arena.ofConfined()) {
                    Optional<JobFrame> job = JobFrame.read(in, inbox, arena);
                    if (job.isEmpty()) {
                        return;
                    }
                    WorkerReply.write(out, answer(engine, inbox, job.get()));
                }
            }
        }
    }

    private static WorkerReply answer(VipsEngine engine, SharedMemory inbox, JobFrame job) {
        try {
            byte[] rendition = engine.render(
                    job.original(),
                    job.transformation(),
                    job.watermark(),
                    job.given(),
                    job.wantsDecode(),
                    job.coding());
            Optional<ShrunkPicture.Form> decoded = engine.decoded().flatMap(inbox::layDown);
            engine.forgetDecoded(); // a worker that rests holds no picture
            return new WorkerReply.Rendition(rendition, decoded);
        } catch (Refusal refusal) {
            return new WorkerReply.Refused(refusal);
        } catch (RuntimeException fault) {
            return new WorkerReply.Failed(fault.toString());
        }
    }

    /** Renames the process, so that {@code ps} distinguishes a worker from the processor. */
    private static void nameInProcessTable() {
        try {
            Files.writeString(Path.of("/proc/self/comm"), "render-worker");
        } catch (IOException notLinux) {
            // The class name in the arguments has to do.
        }
    }

    /**
     * Opens the jar. Classes from an ahead-of-time cache leave it unopened, and once the sandbox forbids opening files it could not be opened any
     * more.
     */
    private static void keepClassArchiveOpen() throws IOException {
        try (InputStream self = RenderWorker.class.getResourceAsStream("RenderWorker.class")) {
            if (self == null) {
                throw new IOException("a worker without its own class");
            }
        }
    }
}
