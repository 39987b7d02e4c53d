package latent.render.imgscalr;

import java.awt.image.BufferedImage;
import latent.image.Orientation;
import latent.image.PixelSize;

/** Quarter turns and mirrors, pixel by pixel and without loss. */
final class PixelTurn {
    private PixelTurn() {}

    static BufferedImage by(Orientation turn, BufferedImage picture) {
        if (turn == Orientation.TOP_LEFT) {
            return picture;
        }
        int width = picture.getWidth();
        int height = picture.getHeight();
        PixelSize size = turn.turn(new PixelSize(width, height));
        BufferedImage turned = new BufferedImage(size.width(), size.height(), picture.getType());
        int[] from = Samples.data(picture);
        int[] to = Samples.data(turned);
        int firstX = turn.mirrorsX() ? size.width() - 1 : 0;
        int firstY = turn.mirrorsY() ? size.height() - 1 : 0;
        int stepX = turn.mirrorsX() ? -1 : 1;
        int stepY = (turn.mirrorsY() ? -1 : 1) * size.width();
        int alongRow = turn.transposes() ? stepY : stepX;
        int downColumn = turn.transposes() ? stepX : stepY;
        int start = firstY * size.width() + firstX;
        for (int y = 0, at = 0; y < height; y++) {
            for (int x = 0, target = start + y * downColumn; x < width; x++, target += alongRow) {
                to[target] = from[at++];
            }
        }
        return turned;
    }
}
