package latent.render.imgscalr;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import latent.image.PixelSize;
import latent.render.gif.GifFrame;
import latent.render.gif.GifFrames;

/** Lays the first frame of a GIF file, which may cover only a part, on its canvas. */
final class FirstFrame {
    private FirstFrame() {}

    static BufferedImage onCanvas(BufferedImage frame, PixelSize canvas, byte[] file) {
        if (frame.getWidth() == canvas.width() && frame.getHeight() == canvas.height()) {
            return frame;
        }
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        GifFrame first = GifFrames.of(bytes).getFirst();
        return at(first.left(), first.top(), frame, canvas);
    }

    private static BufferedImage at(int left, int top, BufferedImage frame, PixelSize size) {
        BufferedImage canvas = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_ARGB);
        Graphics2D brush = canvas.createGraphics();
        brush.drawImage(frame, left, top, null);
        brush.dispose();
        return canvas;
    }
}
