package index

import (
	"context"
	"iter"
)

// Under yields the file that is called key and, if that is a folder, those in
// it, ordered like Known.
func (s *Store) Under(ctx context.Context, key string) iter.Seq2[Known, error] {
	return records(ctx, s.read, func(r *record) Known {
		return Known{
			File: File{Key: r.text(0), Size: r.int(1), ModTime: r.int(2)},
			Num:  int32(r.int(3)), Stage: Stage(r.int(4)), Rev: r.int(5),
		}
	}, `SELECT key, size, modtime, num, stage, rev FROM file
		WHERE key = ?1 OR key > ?1 || '/' AND key < ?1 || '0' ORDER BY key`, key)
}
