"""What a bisection ends with."""

low, high = 0.5, 1.25
for _ in range(30):
    middle = (low + high) / 2
    third = heavy_ball(x_post, y_post, lr_post, middle, 2, start_post)[2]
    if third[1] < forgetful_path[2, 1]:
        low = middle
    else:
        high = middle
momentum_of_missing_zero_grad = low
