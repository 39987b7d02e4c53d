package latent.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import latent.cli.Actions;
import latent.cli.LatentCommand;
import latent.cli.PlanOptions;
import latent.cli.WarmOptions;
import latent.plan.PlanRequest.ShardFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands of a plan understand; what they do is shown end to end. */
class PlanCommandTest {
    private final List<Object> asked = new ArrayList<>();
    private boolean nothingFailed = true;

    @Test
    void the_arguments_of_plan_become_its_request(@TempDir Path folder) throws Exception {
        Path wanted = Files.writeString(folder.resolve("wanted"), "# of the shop\nshop/** p-card\n");
        run(
                0,
                "plan",
                "--originals=inventory:s3://inv/manifest.json",
                "--prefix=shop/",
                "--glob=**.{jpg,png}",
                "--want=** 320_0 webp",
                "--wanted=" + wanted,
                "--format=ndjson",
                "--shard-originals=50",
                "--master=spark://host:7077",
                "--dry-run",
                "--json",
                "--set=keys.presets=card=600x400");
        PlanOptions options = (PlanOptions) asked.getFirst();
        assertThat(options.dryRun() && options.json()).isTrue();
        assertThat(options.master()).isEqualTo("spark://host:7077");
        assertThat(options.request().originals()).hasToString("inventory:s3://inv/manifest.json");
        assertThat(options.request().format()).isEqualTo(ShardFormat.NDJSON);
        assertThat(options.request().wanted()).containsExactly("** 320_0 webp", "# of the shop", "shop/** p-card");
        assertThat(options.request().covers("shop/a/b.png")).isTrue();
        assertThat(options.request().covers("shop/a.gif") || options.request().covers("a.png"))
                .isFalse();
    }

    @Test
    void without_lines_the_ladder_and_the_presets_say_what_is_wanted() {
        run(0, "plan", "--set=keys.ladder=320x0,64x64", "--set=keys.presets=card=600x400");
        assertThat(((PlanOptions) asked.getFirst()).request().wanted()).containsExactly("** 320_0,64_64,p-card");
    }

    @Test
    void what_cannot_be_planned_is_refused_with_a_sentence() {
        assertThat(run(2, "plan")).contains("Nothing says which renditions there should be");
        assertThat(run(2, "plan", "--want=** 320")).contains("This is no size as keys have it");
        assertThat(run(2, "plan", "--want=** 320_0", "--prefix=shop")).contains("ends in a slash");
        assertThat(run(2, "plan", "--want=** 320_0", "--glob={a")).contains("braces");
        assertThat(run(2, "plan", "--want=** 320_0", "--originals=ftp:x")).contains("Keys come from bucket");
        assertThat(run(2, "plan", "--want=** 320_0", "--renditions=keys:x")).contains("from its inventory");
        assertThat(run(2, "plan", "--want=** 320_0", "--shard-originals=0")).contains("1 to 100000");
        assertThat(run(2, "plan", "--wanted=no-such-file")).contains("There is no file");
        assertThat(run(2, "plan", "--want=** 320_0", "--set=plan.prices=get=1")).contains("there is no price of put");
        assertThat(run(2, "warm", "--resume")).contains("name it by --plan");
        assertThat(asked).isEmpty();
    }

    @Test
    void the_exit_code_of_warm_says_whether_something_failed() {
        run(0, "warm", "--plan=p", "--runner=queue", "--resume");
        assertThat(((WarmOptions) asked.getFirst()).runner()).isEqualTo(WarmOptions.Runner.QUEUE);
        nothingFailed = false;
        run(1, "warm", "--plan=p");
        assertThat(((WarmOptions) asked.getLast()).runner()).isEqualTo(WarmOptions.Runner.SPARK);
    }

    private String run(int exit, String... words) {
        Actions actions = (Actions) Proxy.newProxyInstance(
                Actions.class.getClassLoader(), new Class<?>[] {Actions.class}, (proxy, method, arguments) -> {
                    asked.add(arguments[0]);
                    return method.getReturnType() == boolean.class ? nothingFailed : null;
                });
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            assertThat(LatentCommand.run(actions, words))
                    .as(String.join(" ", words))
                    .isEqualTo(exit);
        } finally {
            System.setErr(before);
        }
        return said.toString(StandardCharsets.UTF_8);
    }
}
