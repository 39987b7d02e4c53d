package latent.render.worker;

import java.lang.foreign.Arena;
import java.time.Duration;
import latent.image.ImageFormat;
import latent.image.PixelSize;
import latent.key.RequestedSize;
import latent.key.Transformation;
import latent.pictures.Encoded;
import latent.pictures.Headers;
import latent.pictures.Pictures;
import latent.render.RenderJob;

/** Render workers on a system that refuses them {@code seccomp(2)} and {@code memfd_create(2)}, as AWS Lambda or a strict container may: the filter is inherited. */
final class RefusingSystem {
    private static final int PR_SET_NO_NEW_PRIVS = 38;

    /** The number of memfd_create is that of seccomp and two more, on x64 and arm64 alike. */
    private static final int FROM_SECCOMP_TO_MEMFD_CREATE = 2;

    private RefusingSystem() {}

    public static void main(String[] args) {
        SystemCalls calls = SystemCalls.ofThisMachine().orElseThrow();
        int seccomp = calls.seccomp();
        int[] refused = {seccomp, seccomp + FROM_SECCOMP_TO_MEMFD_CREATE};
        try (Arena arena = Arena.ofConfined()) {
            boolean refuses = Libc.prctl(PR_SET_NO_NEW_PRIVS, 1)
                    && Sandbox.filter(arena, new SystemCalls(calls.architecture(), seccomp, new int[0], refused), true);
            System.out.println("refuses " + refuses);
        }
        try (WorkerPool pool = WorkersHere.orSkip(WorkersHere.settings(2, Duration.ofSeconds(60)))) {
            byte[] photograph = Encoded.jpeg(Pictures.clouds(600, 400));
            RenderJob job = RenderJob.of(
                    photograph,
                    Headers.still(ImageFormat.JPEG, new PixelSize(600, 400)),
                    Transformation.of(new RequestedSize(120, 120), ImageFormat.JPEG));
            for (int i = 0; i < 3; i++) {
                System.out.println("rendered " + Encoded.read(pool.render(job)).getWidth());
            }
            System.out.println("engine " + pool.name());
        }
    }
}
