package latent.commands;

import java.io.IOException;
import java.util.Map;
import latent.kit.Stack;
import latent.local.TestFolder;

/** The stack on which one checked deployment after the other is put up, with the folder of its buckets. */
record DeploymentStack(Stack stack, TestFolder folder) implements AutoCloseable {
    static DeploymentStack start() throws IOException {
        TestFolder folder = TestFolder.make();
        return new DeploymentStack(CheckedDeployment.under(folder.path(), Map.of()), folder);
    }

    @Override
    public void close() {
        stack.close();
        folder.close();
    }
}
