package latent.commands;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import latent.kit.PackedProgram;
import latent.render.heif.LibheifHere;
import latent.render.vips.LibvipsHere;
import org.junit.jupiter.api.Test;

/** What {@code latent prepare} says of HEIC. */
class PrepareCommandTest {
    private static final URI NO_S3 = URI.create("http://127.0.0.1:9");

    @Test
    void heic_is_read_where_libheif_is_installed() throws Exception {
        LibheifHere.orSkip();
        assertThat(said(Map.of(), 0))
                .contains("engine: vips ", ", HEIC by libheif ")
                .contains("HEIC: read\n");
    }

    @Test
    void heic_is_refused_by_the_portable_engine_and_the_line_says_what_it_takes() throws Exception {
        assertThat(said(Map.of("render.engine", "imgscalr"), 0))
                .contains("HEIC: refused; it takes libvips and, beside it, libheif 1.15 or later with libde265")
                .contains("libheif1");
    }

    @Test
    void a_libheif_that_is_set_and_cannot_be_used_is_a_reason_not_to_start() throws Exception {
        assertThat(said(Map.of("render.libheif", "/nowhere/libheif.so.1"), 1))
                .contains("latent: render.libheif is set, and yet HEIC cannot be read: ", "/nowhere/libheif.so.1");
        assertThat(said(Map.of("render.libheif", LibvipsHere.orSkip().toString()), 1))
                .contains("latent: render.libheif is set, and yet HEIC cannot be read: ");
    }

    private static String said(Map<String, String> settings, int exitCode) throws Exception {
        Process prepare = new ProcessBuilder(PackedProgram.command("prepare", NO_S3, settings))
                .redirectErrorStream(true)
                .start();
        String said = new String(prepare.getInputStream().readAllBytes(), UTF_8);
        assertThat(prepare.waitFor()).as(said).isEqualTo(exitCode);
        return said;
    }
}
