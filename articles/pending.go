package articles

import (
	"context"

	"dossier/articles/index"
	"dossier/model/set"
)

// pending is the articles that a pass has to go through.
type pending struct {
	all  []sized
	left *set.Set
	n    int // in left
}

// sized is an article with the size of its file, or as much of it as counts.
type sized struct {
	num  int32
	size int32
}

// portionBytes bounds what is read at a time: the texts are in memory together.
const portionBytes = 1 << 20

// pending are the articles that have not reached a stage.
func (k *keeper) pending(ctx context.Context, to index.Stage) (*pending, error) {
	p := &pending{left: set.New(k.stock().Len())}
	for known, err := range k.stock().known(ctx) {
		if err != nil {
			return nil, err
		}
		if known.Stage < to {
			p.all = append(p.all, sized{known.Num, int32(min(known.Size, portionBytes))})
			p.left.Add(int(known.Num))
			p.n++
		}
	}
	return p, nil
}

func (p *pending) len() int { return p.n }

// next takes up to n articles out, fewer large ones, those that are wanted first.
func (p *pending) next(wanted *[]int32, n int) (nums []int32) {
	take := func(i int32) {
		if int(i) < p.left.Len() && p.left.Has(int(i)) {
			p.left.Remove(int(i))
			p.n--
			nums = append(nums, i)
		}
	}
	if wanted != nil {
		for _, i := range (*wanted)[:min(n, len(*wanted))] {
			take(i)
		}
	}
	for bytes := 0; len(nums) < n && bytes < portionBytes && len(p.all) > 0; p.all = p.all[1:] {
		take(p.all[0].num)
		bytes += int(p.all[0].size)
	}
	return nums
}

// filesOf are the files of those articles that are still there, as they are
// known, and the number of each by its key.
func (k *keeper) filesOf(nums []int32) ([]file, map[string]int32, error) {
	files, numbers := make([]file, 0, len(nums)), make(map[string]int32, len(nums))
	for _, i := range nums {
		e, err := k.stock().entry(int(i))
		if err != nil {
			return nil, nil, err
		}
		if e != gone {
			files = append(files, e.file)
			numbers[e.file.key()] = i
		}
	}
	return files, numbers, nil
}
