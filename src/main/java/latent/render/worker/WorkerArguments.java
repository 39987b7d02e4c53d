package latent.render.worker;

import java.nio.file.Path;
import java.util.List;
import latent.render.RenderSettings;
import latent.render.vips.VipsEngine;

/**
 * What a worker is started with, on its command line, since its environment is empty.
 *
 * @param memoryBytes address space beyond what it has when it is ready
 * @param shutFiles   nothing may be opened any more
 * @param rehearsal   render one picture and end: for the ahead-of-time cache
 */
record WorkerArguments(Path library, RenderSettings settings, long memoryBytes, boolean shutFiles, boolean rehearsal) {

    List<String> print() {
        return List.of(
                "render-worker", // what ps shows where the process cannot be renamed
                library.toString(),
                settings.print(),
                Long.toString(memoryBytes),
                Boolean.toString(shutFiles),
                Boolean.toString(rehearsal));
    }

    static WorkerArguments parse(String[] arguments) {
        return new WorkerArguments(
                Path.of(arguments[1]),
                RenderSettings.parse(arguments[2]),
                Long.parseLong(arguments[3]),
                Boolean.parseBoolean(arguments[4]),
                Boolean.parseBoolean(arguments[5]));
    }

    VipsEngine engine() {
        return new VipsEngine(library, settings);
    }
}
