package latent.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import latent.image.ImageFormat;
import latent.pictures.Corpus;
import latent.pictures.Corpus.Hostile;
import latent.refusal.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All bombs and a sample of the other hostile files, through gate and engine; all of them would take minutes. */
class HostileImagesTest {
    private static final int EVERY = 7;

    /** Of this thread's processor time, which other programs do not lengthen; workers have their own deadline, and what misses it throws. */
    private static final Duration HANG = Duration.ofSeconds(10);

    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    static java.util.stream.Stream<Engine> engines() {
        return TestedEngines.all();
    }

    @ParameterizedTest
    @MethodSource("engines")
    void a_hostile_file_is_rendered_or_refused_in_little_processor_time(Engine engine) {
        List<Hostile> files = Corpus.hostileImages();
        List<String> wrong = new ArrayList<>();
        int rendered = 0;
        for (int i = 0; i < files.size(); i++) {
            Hostile file = files.get(i);
            if (i % EVERY != 0 && !file.expected().equals("bomb")) {
                continue;
            }
            long start = CPU.getCurrentThreadCpuTime();
            try {
                engine.render(Row.job(
                        file.bytes(),
                        WantedRendition.box(100, 100).as(ImageFormat.JPEG).transformation(),
                        Optional.empty()));
                rendered++;
            } catch (Refusal refused) {
                assertThat(refused.sentence()).isNotBlank();
            } catch (RuntimeException | StackOverflowError escaped) {
                wrong.add(file + " threw " + escaped);
            }
            Duration spent = Duration.ofNanos(CPU.getCurrentThreadCpuTime() - start);
            if (spent.compareTo(HANG) > 0) {
                wrong.add(file + " took " + spent);
            }
        }
        assertThat(rendered).isPositive();
        assertThat(wrong).isEmpty();
    }
}
